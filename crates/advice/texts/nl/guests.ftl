case-guests = Gasten in dit dossier
board-to-people = Alle mensen, en wie wanneer aftreedt
