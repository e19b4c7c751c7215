package io.salestwin.calibration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The kinds of tables that are known by their headers. A header is compared without capitals,
 * blanks, signs and what stands in parentheses, so {@code "Deal - Won time"} is {@code
 * dealwontime}.
 *
 * <p>The marks of a dialect are headers that others do not have; its score is the share of them
 * that a table shows. Headers as exported by the stock systems; see {@code src/docs/calibrate.md}.
 */
enum Dialect {
  SALESFORCE(
      "Salesforce opportunities",
      Kind.DEALS,
      "stagename closedate isclosed iswon ownerid createddate",
      "id=id; created=createddate; closed=closedate; isWon=iswon; isClosed=isclosed;"
          + " stage=stagename; amount=amount; currency=currencyisocode; owner=ownername ownerid;"
          + " source=leadsource; segment=industry type; product=productc;"
          + " lastActivity=lastactivitydate; stageChanged=laststagechangedate;"
          + " nextStep=nextstep; category=forecastcategoryname forecastcategory;"
          + " reason=lossreasonc lostreasonc"),
  SALESFORCE_HISTORY(
      "Salesforce opportunity history",
      Kind.HISTORY,
      "opportunityid stagename createddate probability closedate createdbyid",
      "id=opportunityid; stage=stagename; time=createddate; actor=createdbyid; amount=amount;"
          + " fromStage=fromopportunitystagename; closed=closedate; category=forecastcategory"),
  SALESFORCE_FIELD_HISTORY(
      "Salesforce field history",
      Kind.FIELD_HISTORY,
      "opportunityid field oldvalue newvalue createddate",
      "id=opportunityid; changedField=field; oldValue=oldvalue; newValue=newvalue;"
          + " time=createddate; actor=createdbyid"),
  SALESFORCE_HISTORY_REPORT(
      "Salesforce report of opportunity history",
      Kind.HISTORY,
      "opportunityname fromstage tostage lastmodified",
      "id=opportunityid opportunityname; fromStage=fromstage; stage=tostage; time=lastmodified;"
          + " actor=lastmodifiedby; amount=amount; closed=closedate"),
  SALESFORCE_REPORT(
      "Salesforce report of opportunities",
      Kind.DEALS,
      "opportunityowner opportunityname stage createddate closedate",
      "id=opportunityid opportunityname; created=createddate; closed=closedate; status=stage;"
          + " stage=stage; amount=amount; owner=opportunityowner; source=leadsource; segment=type;"
          + " lastActivity=lastactivity; nextStep=nextstep; category=forecastcategory"),
  HUBSPOT(
      "HubSpot deals",
      Kind.DEALS,
      "recordid dealname dealstage createdate closedate",
      "id=recordid; created=createdate; closed=closedate; isWon=isclosedwon; isClosed=isdealclosed;"
          + " status=dealstage; stage=dealstage; amount=amount; currency=currency;"
          + " owner=dealowner; source=originalsource originalsourcetype originaltrafficsource;"
          + " segment=dealtype; reason=closedlostreason; lastActivity=lastactivitydate;"
          + " stageChanged=dateenteredcurrentstage; nextStep=nextstep nextactivitydate;"
          + " category=forecastcategory"),
  HUBSPOT_INTERNAL(
      "HubSpot deals by internal names",
      Kind.DEALS,
      "hsobjectid dealname dealstage createdate closedate hubspotownerid",
      "id=hsobjectid id; created=createdate; closed=closedate; isWon=hsisclosedwon;"
          + " isClosed=hsisclosed; status=dealstage; stage=dealstage; amount=amount;"
          + " currency=dealcurrencycode; owner=hubspotownerid; source=hsanalyticssource;"
          + " segment=dealtype; reason=closedlostreason; nextStep=hsnextstep notesnextactivitydate;"
          + " category=hsforecastcategory hsmanualforecastcategory"),
  PIPEDRIVE(
      "Pipedrive deals",
      Kind.DEALS,
      "dealid dealtitle dealstatus dealstage dealowner",
      "id=dealid; created=dealdealcreated dealdealcreatedon dealcreated dealcreatedon;"
          + " closed=dealdealclosedon dealclosedon; wonAt=dealwontime; lostAt=deallosttime; status=dealstatus; stage=dealstage;"
          + " amount=dealvalue dealdealvalue; currency=dealcurrency currencyofvalue"
          + " dealcurrencyofvalue; owner=dealowner; source=dealsource dealsourcechannel;"
          + " segment=deallabel; reason=deallostreason; lastActivity=deallastactivitydate;"
          + " stageChanged=deallaststagechange; product=dealproductname; nextStep=dealnextactivitydate;"
          + " expectedClose=dealexpectedclosedate"),
  PIPEDRIVE_INTERNAL(
      "Pipedrive deals by internal names",
      Kind.DEALS,
      "addtime stagechangetime wontime losttime status stageid",
      "id=id; created=addtime; closed=closetime; wonAt=wontime; lostAt=losttime; status=status; stage=stageid; amount=value;"
          + " currency=currency; owner=userid; reason=lostreason; lastActivity=lastactivitydate;"
          + " stageChanged=stagechangetime; nextStep=nextactivitydate; expectedClose=expectedclosedate"),
  EVENT_LOG(
      "event log",
      Kind.LOG,
      "",
      "id=caseconceptname caseid case; stage=conceptname activity activityname event task;"
          + " time=timetimestamp endtime completetimestamp timestamp completetime starttime"
          + " starttimestamp; actor=orgresource resource user; owner=caseowner;"
          + " lifecycle=lifecycletransition lifecycle; amount=caseamount caseamountreq amountreq"
          + " caseamountreq casevalue amount; product=caseproduct product;"
          + " source=casesource source; segment=casesegment segment; status=caseoutcome"),
  PRICE_LIST(
      "price list",
      Kind.PRICES,
      "",
      "product=product productname name; price=salesprice listprice price unitprice"),
  TEAMS(
      "table of reps and their teams",
      Kind.TEAMS,
      "",
      "owner=salesagent owner salesrep rep agent salesperson ownername name; manager=manager"
          + " salesmanager teamlead; region=region regionaloffice office"),
  TABLE(
      "table of deals",
      Kind.DEALS,
      "",
      "id=opportunityid dealid leadid recordid id opportunity deal;"
          + " created=createddate createdate created createdat createdon engagedate opened openedon"
          + " startdate entrydate; closed=closedate closeddate closed closedat closedon enddate"
          + " decisiondate; status=status outcome result dealstatus dealstage stage stagename;"
          + " stage=dealstage stage stagename; amount=closevalue amount dealvalue value revenue"
          + " dealsize acv; currency=currency; owner=salesagent owner salesrep rep agent"
          + " salesperson assignedto ownername; manager=manager salesmanager teamlead; region=region"
          + " regionaloffice; source=leadsource source channel;"
          + " product=product productname; segment=segment industry sector customertype;"
          + " reason=lostreason lossreason closedlostreason; lastActivity=lastactivitydate"
          + " lastactivity; isWon=iswon won; isClosed=isclosed; nextStep=nextstep nextactivity"
          + " nextactivitydate; category=forecastcategory; expectedClose=expectedclosedate expectedclose");

  /** What the rows of a table are. */
  enum Kind {
    /** One row for each deal. */
    DEALS,
    /** One row for each change of stage. */
    HISTORY,
    /** One row for each change of any field. */
    FIELD_HISTORY,
    /** One row for each event; deals follow from them. */
    LOG,
    /** One row for each product. */
    PRICES,
    /** One row for each owner of deals. */
    TEAMS
  }

  private final String title;
  private final Kind kind;

  @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
  private final List<String> marks;

  @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, and so are the lists within
  private final Map<Field, List<String>> names;

  Dialect(String title, Kind kind, String marks, String names) {
    this.title = title;
    this.kind = kind;
    this.marks = marks.isEmpty() ? List.of() : List.of(marks.split(" ", -1));
    Map<Field, List<String>> byField = new LinkedHashMap<>();
    for (String part : names.split(";", -1)) {
      String[] pair = part.strip().split("=", -1);
      byField.put(Field.of(pair[0]).orElseThrow(), List.of(pair[1].split("\\s+", -1)));
    }
    this.names = Map.copyOf(byField);
  }

  String title() {
    return title;
  }

  Kind kind() {
    return kind;
  }

  /** A header as it is compared. */
  static String plain(String header) {
    return header
        .replaceAll("\\([^)]*\\)", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{Nd}]", "");
  }

  /** The columns of the fields that a header has, the first name that fits. */
  Map<Field, Integer> columns(List<String> header) {
    List<String> plain = header.stream().map(Dialect::plain).toList();
    Map<Field, Integer> columns = new LinkedHashMap<>();
    for (Field field : Field.values()) {
      for (String name : names.getOrDefault(field, List.of())) {
        if (!columns.containsKey(field) && plain.contains(name)) {
          columns.put(field, plain.indexOf(name));
        }
      }
    }
    return columns;
  }

  /** How much a header looks like this dialect, 0 to 1; 0 when it lacks what is needed. */
  double score(List<String> header) {
    Set<Field> found = columns(header).keySet();
    List<Field> missing = new ArrayList<>(needed());
    missing.removeAll(found);
    if (!missing.isEmpty()) {
      return 0;
    }
    Set<String> plain = header.stream().map(Dialect::plain).collect(Collectors.toSet());
    if (this == TEAMS) {
      // a table about something else may well name an owner and a manager among many columns
      double share = found.size() / (double) header.size();
      return 0.4 + 0.4 * share * share;
    }
    if (marks.isEmpty()) {
      // by its few fields alone: less sure than any dialect whose marks all show
      return (this == TABLE ? 0.4 : 0.5) + 0.4 * Math.min(1, found.size() / 5.0);
    }
    long seen = marks.stream().filter(plain::contains).count();
    return seen / (double) marks.size();
  }

  /** The fields without which a table of this kind says nothing. */
  List<Field> needed() {
    return switch (kind) {
      case DEALS -> List.of(Field.ID, Field.CREATED);
      case HISTORY, LOG -> List.of(Field.ID, Field.STAGE, Field.TIME);
      case FIELD_HISTORY -> List.of(Field.ID, Field.CHANGED_FIELD, Field.NEW_VALUE, Field.TIME);
      case PRICES -> List.of(Field.PRODUCT, Field.PRICE);
      case TEAMS -> List.of(Field.OWNER, Field.MANAGER);
    };
  }
}
