# $name (String) - a name
team-behalf = Werken namens { $name }
team-to-behalf = Werken namens een lid
