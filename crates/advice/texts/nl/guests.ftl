case-guests = Gasten in dit dossier
