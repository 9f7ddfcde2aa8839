/** On pages where one writes. */
import { countAll } from "./counter";
import { echoDates } from "./dates";
import { rowsEverywhere } from "./rows";

countAll();
echoDates();
rowsEverywhere();
