"""The recogniser of names and phrases of the small model: a convolutional tagger of words."""
