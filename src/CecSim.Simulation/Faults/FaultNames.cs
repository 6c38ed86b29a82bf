namespace CecSim.Simulation.Faults;

/// <summary>The name that scenario files give a fault: its type's own, less the word "Answer".</summary>
public static class FaultNames
{
    private const string Suffix = "Answer";

    public static string Of(Fault fault)
    {
        var name = fault.GetType().Name;
        var word = name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;
        return char.ToLowerInvariant(word[0]) + word[1..];
    }
}
