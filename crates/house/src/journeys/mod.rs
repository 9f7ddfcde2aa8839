//! Pages that join several rooms: they call the front doors of each.

mod guests;
mod hand_over;
mod home;

use platform::web::Route;

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/", home::home).own("home").also_on_behalf(),
        Route::get("/dossiers/{id}/gasten", guests::show).act::<advice::guests::InvitingGuest>(),
        Route::post("/dossiers/{id}/gasten", guests::change).act::<advice::guests::InvitingGuest>(),
        Route::get("/organisaties/{id}/mensen/{seat}/overdracht", hand_over::show).act::<people::Running>(),
        Route::post("/organisaties/{id}/mensen/{seat}/overdracht", hand_over::hand_over).act::<people::Running>(),
    ]
}
