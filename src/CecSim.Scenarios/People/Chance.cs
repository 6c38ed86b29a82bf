using Bogus;

namespace CecSim.Scenarios.People;

/// <summary>Bogus' randomness from a draw of ours. Its global one is shared by all of a process.</summary>
internal static class Chance
{
    public static Randomizer Of(ulong draw) => new(unchecked((int)(draw ^ (draw >> 32))));
}
