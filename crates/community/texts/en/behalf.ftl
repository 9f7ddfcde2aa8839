written-by = written by { $who }
