namespace CecSim.Telephony.Tests;

/// <summary>How often broken input is tried: a part in each test run, and as often as CECSIM_MUTATIONS says.</summary>
internal static class MutationRuns
{
    public static int Or(int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable("CECSIM_MUTATIONS"), out var runs) ? runs : usual;
}
