//! `beraad`: the whole house in one program.

fn main() -> std::process::ExitCode {
    house::cli::main()
}
