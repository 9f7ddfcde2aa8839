trail-mandate-given = Gave somebody consent to work on their behalf.
trail-mandate-ended = Took back the consent to work on their behalf.
trail-mandate-asked = Asked for consent to work on somebody's behalf.
trail-assistance-begun = Began to work on behalf of another.
trail-assistance-ended = Stopped working on behalf of another.
trail-own-all = Everything
trail-own-behalf = Only what was done on your behalf
