team-behalf = Work on behalf of { $name }
team-to-behalf = Working on behalf of a member
