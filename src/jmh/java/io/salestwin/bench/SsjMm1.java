package io.salestwin.bench;

import java.util.LinkedList;
import umontreal.ssj.randvar.ExponentialGen;
import umontreal.ssj.randvar.RandomVariateGen;
import umontreal.ssj.simevents.Accumulate;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.stat.Tally;

/**
 * The M/M/1 queue as SSJ's own tutorial writes it: new events, an object per customer, a tally of
 * the waits and the queue's length over time.
 */
@SuppressWarnings("JdkObsolete") // linked lists, as the tutorial has them
final class SsjMm1 {

  /** The quickest of the event lists for so few events. */
  static final Lists QUICKEST = Lists.BINARY_TREE;

  private static final class Customer {
    private double arrived;
    private double service;
  }

  private final class Arrival extends Event {
    Arrival() {
      super(simulator);
    }

    @Override
    public void actions() {
      new Arrival().schedule(gaps.nextDouble());
      Customer customer = new Customer();
      customer.arrived = simulator.time();
      customer.service = services.nextDouble();
      if (inService.isEmpty()) {
        waits.add(0);
        inService.addLast(customer);
        new Departure().schedule(customer.service);
      } else {
        waiting.addLast(customer);
        queue.update(waiting.size());
      }
    }
  }

  private final class Departure extends Event {
    Departure() {
      super(simulator);
    }

    @Override
    public void actions() {
      inService.removeFirst();
      if (!waiting.isEmpty()) {
        Customer customer = waiting.removeFirst();
        queue.update(waiting.size());
        waits.add(simulator.time() - customer.arrived);
        inService.addLast(customer);
        new Departure().schedule(customer.service);
      }
      if (++served == customers) {
        simulator.stop();
      }
    }
  }

  private final Simulator simulator;
  private final RandomVariateGen gaps;
  private final RandomVariateGen services;
  private final LinkedList<Customer> waiting = new LinkedList<>();
  private final LinkedList<Customer> inService = new LinkedList<>();
  private final Tally waits = new Tally();
  private final Accumulate queue;
  private int served;
  private int customers;

  SsjMm1(Lists list, Generator generator) {
    simulator = new Simulator(list.list());
    gaps = new ExponentialGen(generator.stream(), KernelMm1.ARRIVALS_PER_UNIT);
    services = new ExponentialGen(generator.stream(), 1);
    queue = new Accumulate(simulator);
  }

  /** Serves this many customers, from an empty start, and gives their mean wait. */
  double play(int howMany) {
    simulator.init();
    waiting.clear();
    inService.clear();
    waits.init();
    queue.init();
    served = 0;
    customers = howMany;
    new Arrival().schedule(gaps.nextDouble());
    simulator.start();
    return waits.average();
  }
}
