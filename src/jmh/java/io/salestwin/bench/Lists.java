package io.salestwin.bench;

import umontreal.ssj.simevents.eventlist.BinaryTree;
import umontreal.ssj.simevents.eventlist.DoublyLinked;
import umontreal.ssj.simevents.eventlist.EventList;
import umontreal.ssj.simevents.eventlist.Henriksen;
import umontreal.ssj.simevents.eventlist.RedblackTree;
import umontreal.ssj.simevents.eventlist.SplayTree;

/** SSJ's event lists. */
public enum Lists {
  HENRIKSEN,
  SPLAY_TREE,
  BINARY_TREE,
  REDBLACK_TREE,
  DOUBLY_LINKED;

  EventList list() {
    return switch (this) {
      case HENRIKSEN -> new Henriksen();
      case SPLAY_TREE -> new SplayTree();
      case BINARY_TREE -> new BinaryTree();
      case REDBLACK_TREE -> new RedblackTree();
      case DOUBLY_LINKED -> new DoublyLinked();
    };
  }
}
