step = Stap
