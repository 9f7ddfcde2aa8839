# $who (String) - a name
# $helper (String) - who wrote it down
line-by-helper = Door { $who }, geschreven door { $helper }.
# $who (String) - who wrote it down
written-by = geschreven door { $who }
