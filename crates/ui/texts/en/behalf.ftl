behalf-region = You are working on behalf of somebody
behalf-banner = You are working on behalf of { $who }.
behalf-hint = What you write stands under that name, with your own name beside it.
behalf-stop = Stop doing so
behalf-role = on behalf of { $who }
problem-not-on-behalf = This is for everybody to do themselves
problem-not-on-behalf-text = You are working on behalf of somebody else. Voting, consenting, sending and changing somebody's own details are not done on behalf of another. Press Stop doing so first if you want to do this for yourself.
