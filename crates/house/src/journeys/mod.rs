//! Pages that join several rooms: they call the front doors of each.

mod home;

use platform::web::Route;

pub(crate) fn routes() -> Vec<Route> {
    vec![Route::get("/", home::home).own("home")]
}
