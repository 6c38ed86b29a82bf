namespace CecSim.Server.Control.Pact;

/// <summary>What goes wrong on purpose, for the answers that no other state brings about.</summary>
internal static class FaultStates
{
    private static readonly string[] Keys = ["at", "when", "match", "inject"];

    public static IReadOnlyList<ProviderState> All { get; } =
    [
        new(
            "a fault strikes",
            "A fault is armed, in the words of a scenario; by default it strikes the next request alone.",
            [
                new("at", "the operation, as in createClickToCall"),
                new("inject", "what goes wrong, as in {\"status\":503}"),
                new("when", "which requests; {\"nth\":1}"),
                new("match", "whose requests; everybody's"),
            ],
            [],
            Arm),
        new("no fault strikes", "All faults are disarmed, those of the scenario too.", [], [], scene =>
        {
            scene.Space.Faults.Clear();
            return null;
        }),
    ];

    private static string? Arm(PactScene scene)
    {
        var words = new JsonObject();
        foreach (var key in Keys)
        {
            if (scene.Param(key) is { } value)
            {
                words[key] = value.DeepClone();
            }
        }

        words["when"] ??= new JsonObject { ["nth"] = 1 };
        var part = ScenarioParts.Fault(words.ToJsonString());
        if (part.Value is not { } rule)
        {
            return string.Join("\n", part.Complaints);
        }

        // Armed a second time it begins to count anew, and does not strike twice.
        foreach (var same in scene.Space.Faults.View.Where(f => f.Rule == rule))
        {
            scene.Space.Faults.Remove(same.Id);
        }

        return scene.Space.Faults.Add(rule) is null ? "The space has as many faults as it may." : null;
    }
}
