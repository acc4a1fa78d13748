"""Pictures as readers get them: on a page, in a feed, in a copy to republish. One drawing for every door.

An edition names its pictures, and keeps what is printed with them; addresses are the door's.
"""
