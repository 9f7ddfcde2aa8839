line-by-helper = By { $who }, written by { $helper }.
written-by = written by { $who }
