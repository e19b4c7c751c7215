package io.salestwin.model;

import io.salestwin.kernel.IntQueue;
import io.salestwin.random.Elementary;
import io.salestwin.random.Purpose;
import io.salestwin.random.Streams;
import io.salestwin.scenario.Customers;
import java.util.List;

/**
 * A customer's life: signed, taken in, live from contract to contract, and gone. Only what is still
 * to happen costs anything; a replication of a scenario without customers has none of this.
 */
final class Lifecycle {

  private static final int CHURN = Purpose.CHURN.code();
  private static final int EXPANSION = Purpose.EXPANSION.code();
  private static final int ONBOARDING = Purpose.ONBOARDING.code();

  /** What happens to the customer: the lowest two bits of an event's subject. */
  private static final int GOES_LIVE = 0;

  private static final int CONTRACT_ENDS = 1;
  private static final int OFFER = 2;
  private static final int LEAVES = 3;
  private static final int WHAT_BITS = 2;

  private final Replication play;
  private final SalesModel model;
  private final CustomerPlan plan;
  private final Customers customers;
  private final CustomerBook book = new CustomerBook();
  private final Revenue revenue;
  private final CustomerHealth health;
  private final CustomerCounts counts;
  private final Ledger ledger;
  private final Streams streams;
  private final IntQueue waiting = new IntQueue(1, 64);
  private int inOnboarding;
  private long waitingArea;

  Lifecycle(Replication play) {
    this.play = play;
    model = play.model;
    plan = model.customerPlan();
    customers = plan.customers;
    ledger = play.ledger;
    streams = play.streams;
    revenue = new Revenue(play, plan, book);
    health = new CustomerHealth(play, plan, book);
    counts = new CustomerCounts(play, plan, book);
  }

  // ---- beginnings

  void begin() {
    book.clear();
    waiting.clear();
    inOnboarding = 0;
    waitingArea = 0;
    customers.opening().ifPresent(this::open);
  }

  /** The customers of day one, whether or not a warm-up is played before it. */
  private void open(List<Customers.Opening> bySegment) {
    long now = play.now;
    play.now = 0;
    for (int segment = 0; segment < bySegment.size(); segment++) {
      Customers.Opening opening = bySegment.get(segment);
      for (int i = 0; i < opening.count(); i++) {
        open(segment, opening, i);
      }
    }
    play.now = now;
  }

  private void open(int segment, Customers.Opening opening, int index) {
    long count = opening.count();
    long arr = opening.arrCents() / count + (index < opening.arrCents() % count ? 1 : 0);
    long entity = plan.entity(segment, index);
    int product = model.beginnings().product(streams, entity, segment);
    int line = plan.line(segment, product);
    int customer = book.allocate(entity, line, arr, 0);
    long termMs = plan.termMs(line, 0);
    double left = quantile(opening.renewals(), (index + 0.5) / count);
    long end = Math.max(1, Math.round(left * termMs));
    book.goesLive(customer, 0);
    tell(Observer.Life.LIVE, customer);
    book.contractEnd[customer] = end;
    revenue.begin(customer, end - termMs, termMs);
    runs(customer, end);
    offerNext(customer);
  }

  /** Where a share of a profile in equal parts is reached, from 0 to 1. */
  private static double quantile(List<Double> parts, double share) {
    double before = 0;
    int part = 0;
    while (part < parts.size() - 1 && before + parts.get(part) <= share) {
      before += parts.get(part++);
    }
    double inside = parts.get(part) == 0 ? 0.5 : (share - before) / parts.get(part);
    return Math.min(1, (part + inside) / parts.size());
  }

  /** A deal is won. With customers of day one given, those of the warm-up are among them. */
  void sign(int lead, long arrCents) {
    if (play.now < 0 && customers.opening().isPresent()) {
      return;
    }
    Leads leads = play.leads;
    int segment = model.kinds().segment(leads.kind(lead));
    int line = plan.line(segment, model.kinds().product(leads.kind(lead)));
    int customer = book.allocate(leads.entity(lead), line, arrCents, play.now);
    book.rep[customer] = leads.owner(lead);
    ledger.one(Fact.SIGNED, segment);
    if (plan.onboarding == null) {
      goLive(customer);
    } else if (plan.capacity == 0 || inOnboarding < plan.capacity) {
      takeIn(customer);
    } else {
      waiting.ensureItems(book.capacity());
      waiting.add(0, customer, 0);
      waitingArea -= play.now;
    }
  }

  private void takeIn(int customer) {
    inOnboarding++;
    double u = streams.uniform(book.entity[customer], ONBOARDING, 0);
    double failure = customers.onboarding().orElseThrow().failure();
    book.failed[customer] = streams.second() < failure;
    long duration = Math.max(0, Math.round(plan.onboarding.sample(u)));
    book.timer[customer] = schedule(play.now + duration, GOES_LIVE, customer);
  }

  private int schedule(long time, int what, int customer) {
    return play.schedule(time, Event.CUSTOMER, customer << WHAT_BITS | what);
  }

  /** Something happens to a customer. */
  void happens(int subject) {
    int customer = subject >> WHAT_BITS;
    switch (subject & (1 << WHAT_BITS) - 1) {
      case GOES_LIVE -> {
        book.timer[customer] = Leads.NO_EVENT;
        endOnboarding(customer);
      }
      case CONTRACT_ENDS -> {
        book.timer[customer] = Leads.NO_EVENT;
        contractEnds(customer);
      }
      case OFFER -> {
        book.offer[customer] = Leads.NO_EVENT;
        offer(customer);
      }
      default -> {
        book.leaving[customer] = Leads.NO_EVENT;
        leave(customer);
      }
    }
  }

  private void endOnboarding(int customer) {
    inOnboarding--;
    if (book.failed[customer]) {
      ledger.one(Fact.ONBOARDING_FAILED, plan.segment(book.line[customer]));
    }
    goLive(customer);
    if (waiting.size(0) > 0) {
      waitingArea += play.now;
      takeIn(waiting.poll(0));
    }
  }

  private void goLive(int customer) {
    int line = book.line[customer];
    int segment = plan.segment(line);
    book.goesLive(customer, play.now);
    tell(Observer.Life.LIVE, customer);
    ledger.one(Fact.WENT_LIVE, segment);
    ledger.add(Fact.NEW_ARR, segment, book.arr[customer]);
    ledger.add(Fact.GO_LIVE_MS, segment, play.now - book.signedAt[customer]);
    beginContract(customer);
    offerNext(customer);
  }

  // ---- contracts

  private void beginContract(int customer) {
    long termMs = plan.termMs(book.line[customer], book.contract[customer]);
    book.contractEnd[customer] = play.now + termMs;
    revenue.begin(customer, play.now, termMs);
    runs(customer, termMs);
  }

  /** The contract has so long to run; who leaves at any time of it is known by now. */
  private void runs(int customer, long restMs) {
    book.timer[customer] = schedule(play.now + restMs, CONTRACT_ENDS, customer);
    book.leaving[customer] = Leads.NO_EVENT;
    if (!plan.anytime) {
      return;
    }
    int line = book.line[customer];
    double whole = plan.termMs(line, book.contract[customer]);
    double logStays = Elementary.log(renewalChance(customer)) * (restMs / whole);
    double logU = Elementary.log(renewalLuck(customer));
    // he leaves when the survival exp(logStays * t / rest) falls to u, if it does before the end
    if (logU >= logStays) {
      long after = Math.min(restMs - 1, (long) (restMs * (logU / logStays)));
      book.leaving[customer] = schedule(play.now + after, LEAVES, customer);
    }
  }

  private double renewalChance(int customer) {
    int contract = book.contract[customer];
    double effect = health.effect(customer, customers.health().renewal());
    if (contract == 0 && book.failed[customer]) {
      effect += customers.onboarding().orElseThrow().failureEffect();
    }
    return plan.renews(book.line[customer], contract, effect);
  }

  private double renewalLuck(int customer) {
    return streams.uniform(book.entity[customer], CHURN, book.contract[customer]);
  }

  private void contractEnds(int customer) {
    int segment = plan.segment(book.line[customer]);
    ledger.one(Fact.RENEWALS_DUE, segment);
    if (!plan.anytime && renewalLuck(customer) >= renewalChance(customer)) {
      leave(customer);
      return;
    }
    ledger.one(Fact.RENEWED, segment);
    revenue.recognise(customer);
    renew(customer, segment);
    tell(Observer.Life.RENEWED, customer);
    book.contract[customer]++;
    beginContract(customer);
  }

  /** A renewed contract may have another price, and may be for less. */
  private void renew(int customer, int segment) {
    Customers.Renewal renewal = customers.renewal();
    renewalLuck(customer);
    double factor = 1 + renewal.price();
    if (streams.second() < renewal.contraction()) {
      factor *= 1 - renewal.contractionSize();
    }
    long before = book.arr[customer];
    book.arr[customer] = Math.round(before * factor);
    long delta = book.arr[customer] - before;
    if (delta > 0) {
      ledger.add(Fact.EXPANSION_ARR, segment, delta);
    } else {
      ledger.add(Fact.CONTRACTION_ARR, segment, -delta);
    }
  }

  private void leave(int customer) {
    tell(Observer.Life.LEFT, customer);
    int segment = plan.segment(book.line[customer]);
    ledger.one(Fact.CHURNED, segment);
    ledger.add(Fact.CHURNED_ARR, segment, book.arr[customer]);
    revenue.recognise(customer);
    play.cancel(book.timer[customer]);
    play.cancel(book.offer[customer]);
    play.cancel(book.leaving[customer]);
    book.release(customer);
  }

  // ---- buying more

  private void offerNext(int customer) {
    double every = plan.offerEveryMs[plan.segment(book.line[customer])];
    if (Double.isInfinite(every)) {
      return;
    }
    double u = streams.uniform(book.entity[customer], EXPANSION, book.offers[customer]);
    double after = -Elementary.log(u) * every;
    long at = after < model.endMs() - play.now ? play.now + Math.round(after) : model.endMs();
    book.offer[customer] = schedule(at, OFFER, customer);
  }

  private void offer(int customer) {
    Customers.Expansion expansion = customers.expansion();
    if (health.of(customer) >= expansion.threshold()) {
      int segment = plan.segment(book.line[customer]);
      ledger.one(Fact.EXPANSION_OFFERS, segment);
      double effect = health.effect(customer, customers.health().expansion());
      streams.uniform(book.entity[customer], EXPANSION, book.offers[customer]);
      boolean takes = streams.second() < plan.takes(effect);
      if (takes) {
        long more = Math.round(book.arr[customer] * expansion.size());
        ledger.one(Fact.EXPANSIONS, segment);
        ledger.add(Fact.EXPANSION_ARR, segment, more);
        if (book.rep[customer] >= 0) {
          ledger.add(Fact.EXPANSION_BY_REP, book.rep[customer], more);
        }
        revenue.change(customer, more);
      }
      tell(takes ? Observer.Life.EXPANDED : Observer.Life.DECLINED, customer);
    }
    book.offers[customer]++;
    offerNext(customer);
  }

  private void tell(Observer.Life life, int customer) {
    int segment = plan.segment(book.line[customer]);
    play.watch.customer(life, book.entity[customer], segment, book.arr[customer]);
  }

  // ---- what others ask

  /** How many months a new customer would wait to be taken in. */
  double monthsOfBacklog() {
    return waiting.size(0) * plan.monthsPerWaiting;
  }

  /** Writes down what the period that ends leaves behind; -1 is the warm-up. */
  void close(int period) {
    ledger.add(Fact.ONBOARDING_WAITING_AREA, waitingArea + waiting.size(0) * play.now);
    waitingArea = -waiting.size(0) * play.now;
    for (int customer = 0; customer < book.numbers(); customer++) {
      if (book.live[customer]) {
        revenue.recognise(customer);
      }
    }
    if (period >= 0) {
      counts.close();
    }
  }

  /** Writes down what the period that begins has found. */
  void open() {
    counts.open();
  }
}
