fn main() -> std::process::ExitCode {
    texts::build()
}
