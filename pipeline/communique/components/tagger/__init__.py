"""A transformer that tags words: the recogniser of the large model, the teacher of the small one."""
