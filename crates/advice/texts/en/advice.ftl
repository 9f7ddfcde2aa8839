step = Step
