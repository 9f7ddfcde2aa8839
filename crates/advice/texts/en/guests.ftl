case-guests = Guests in this case
