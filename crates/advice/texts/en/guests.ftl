case-guests = Guests in this case
board-to-people = All people, and who steps down when
