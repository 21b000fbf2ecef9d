//! What the window remembers of itself from one start to the next.

use crate::app::drive_over_a_restart;

const PLACE: (u32, u32) = (60, 40);
const SIZE: (u32, u32) = (1240, 720);

#[test]
fn the_window_comes_back_where_it_stood_and_as_large() {
    drive_over_a_restart(
        "window-place",
        async |app| {
            app.find("start-page").await;
            app.place(PLACE, SIZE).await;
            assert_eq!(app.placed().await, (60, 40, 1240, 720), "the window takes its place");
            // The system tells the program of its new place a moment later.
            tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        },
        async |app| {
            app.find("start-page").await;
            assert_eq!(app.placed().await, (60, 40, 1240, 720));
        },
    );
}
