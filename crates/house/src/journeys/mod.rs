//! Pages that join several rooms: they call the front doors of each.

mod doubles;
mod guests;
mod hand_over;
mod home;
mod join;

use platform::web::Route;

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/", home::home).own("home").also_on_behalf(),
        Route::get("/dossiers/{id}/gasten", guests::show).act::<advice::guests::InvitingGuest>(),
        Route::post("/dossiers/{id}/gasten", guests::change).act::<advice::guests::InvitingGuest>(),
        Route::get("/mensen/dubbel", doubles::show).act::<people::Joining>(),
        Route::post("/mensen/dubbel/terug", doubles::take_apart).act::<people::Joining>(),
        Route::get("/mensen/{id}/samenvoegen", join::ask).act::<people::Joining>(),
        Route::post("/mensen/{id}/samenvoegen", join::join).act::<people::Joining>(),
        Route::get("/organisaties/{id}/mensen/{seat}/overdracht", hand_over::show).act::<people::Running>(),
        Route::post("/organisaties/{id}/mensen/{seat}/overdracht", hand_over::hand_over).act::<people::Running>(),
    ]
}
