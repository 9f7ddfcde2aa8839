//! Where the settings name a person.

platform::persons! {
    "setting_change", "by_person", "id";
}
