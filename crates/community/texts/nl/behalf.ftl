# $who (String) - who wrote it in somebody's name
written-by = geschreven door { $who }
