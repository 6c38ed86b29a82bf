namespace CecSim.Scenarios.Spaces;

/// <summary>Hours of the day on days of the week: <c>{ from: "09:00", to: "18:00", days: [mon, tue] }</c>.</summary>
internal static class HoursShape
{
    private static readonly ChoiceShape<DayOfWeek> Day = new(
        "a day of the week",
        ("mon", DayOfWeek.Monday),
        ("tue", DayOfWeek.Tuesday),
        ("wed", DayOfWeek.Wednesday),
        ("thu", DayOfWeek.Thursday),
        ("fri", DayOfWeek.Friday),
        ("sat", DayOfWeek.Saturday),
        ("sun", DayOfWeek.Sunday));

    public static readonly ObjectShape<DailyHours> Hours =
        new ObjectShape<DailyHours>(new DailyHours { From = default, To = default })
            .Required("from", "when they begin.", new TimeOfDayShape(), (h, from) => h with { From = from })
            .Required(
                "to",
                "when they end; before 'from' for hours past midnight, the same for the whole day.",
                new TimeOfDayShape(isEnd: true),
                (h, to) => h with { To = to })
            .Optional(
                "days",
                "on which days they begin; every day when absent.",
                new ListShape<DayOfWeek>("days", Day, 1, DailyHours.EveryDay.Count),
                (h, days) => h with { Days = days });
}
