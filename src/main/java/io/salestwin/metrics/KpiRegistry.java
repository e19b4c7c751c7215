package io.salestwin.metrics;

import io.salestwin.metrics.KpiInfo.Better;
import io.salestwin.metrics.KpiInfo.Unit;
import java.util.ArrayList;
import java.util.List;

/** Puts the families of KPIs together. */
final class KpiRegistry {

  static final List<Kpi> ALL;

  static {
    List<Kpi> all = new ArrayList<>();
    all.addAll(ResultKpis.list());
    all.addAll(FunnelKpis.list());
    all.addAll(FunnelKpis.effects());
    all.addAll(FunnelKpis.returns());
    all.addAll(TimeKpis.list());
    all.addAll(TeamKpis.list());
    all.addAll(StaffKpis.list());
    all.addAll(TerritoryKpis.list());
    all.addAll(PipelineKpis.list());
    all.addAll(CustomerKpis.list());
    all.addAll(EconomicsKpis.list());
    all.addAll(HygieneKpis.list());
    all.addAll(CategoryKpis.list());
    all.addAll(SourceKpis.list());
    all.addAll(AttributionKpis.list());
    all.addAll(ScoreKpis.list());
    all.addAll(SpendKpis.list());
    all.addAll(ShockKpis.list());
    all.addAll(DealKpis.list());
    all.addAll(CompetitorKpis.list());
    all.addAll(TrailingKpis.list());
    all.addAll(PayKpis.list());
    all.addAll(HealthKpis.list());
    all.addAll(AlertKpis.list());
    ALL = List.copyOf(all);
  }

  private KpiRegistry() {}

  static Kpi kpi(
      String id,
      String name,
      Unit unit,
      Better better,
      Slice slice,
      String formula,
      String text,
      Kpi.Formula function) {
    return new Kpi(new KpiInfo(id, name, unit, better, slice, formula, text), function);
  }
}
