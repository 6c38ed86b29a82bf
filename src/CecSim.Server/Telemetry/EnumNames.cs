namespace CecSim.Server.Telemetry;

/// <summary>Names of the simulation as meters and traces write them.</summary>
internal static class EnumNames
{
    /// <summary>The member's own name, as in <c>notReady</c>; its number when it has none.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum =>
        Camel(value.ToString());

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
