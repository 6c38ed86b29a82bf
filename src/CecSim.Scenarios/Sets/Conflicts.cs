namespace CecSim.Scenarios.Sets;

/// <summary>What two scenarios of a set may not share: requests could not tell their spaces apart.</summary>
internal static class Conflicts
{
    private static readonly (string Key, Func<Scenario, string> Value)[] MustDiffer =
    [
        ("name", s => s.Name),
        ("appKey", s => s.Space.AppKey),
        ("tenantSpaceId", s => s.Space.TenantSpaceId),
    ];

    /// <summary>What is wrong with a scenario that comes after others.</summary>
    public static IReadOnlyList<Diagnostic> Of(ParsedScenario later, IReadOnlyList<Scenario> earlier)
    {
        var complaints = new List<Diagnostic>();
        var sameName = earlier.Any(e => e.Name == later.Scenario.Name);
        foreach (var (key, value) in MustDiffer)
        {
            // Derived from the same name they are the same too, and the name says it all.
            var followsFromName = sameName && key != "name" && !later.Names(key);
            if (!followsFromName && earlier.FirstOrDefault(e => value(e) == value(later.Scenario)) is { } first)
            {
                var at = later.PlaceOf(key);
                var message = $"the {key} {Quote.Of(value(later.Scenario))} is also that of {first.File}";
                complaints.Add(new Diagnostic(later.Scenario.File, at.Line, at.Column, message));
            }
        }

        return complaints;
    }
}
