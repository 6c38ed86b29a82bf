namespace CecSim.Server.Tests.Faults;

/// <summary>Settings of spaces in which something goes wrong.</summary>
internal static class FaultyCec
{
    /// <summary>The body of an answer to checkClickToCallSupport.</summary>
    public const string CheckBody =
        """{"resultCode":"0","resultDesc":"","webRTCSupported":true,"clickToCallSupported":true}""";

    public static SpaceSettings AtCheck(params Fault[] faults) => At(CecOperation.CheckClickToCallSupport, faults);

    public static SpaceSettings At(CecOperation operation, params Fault[] faults) =>
        At(operation, FaultWhen.Always, faults);

    public static SpaceSettings At(CecOperation operation, FaultWhen when, params Fault[] faults) =>
        With([.. faults.Select(f => new FaultRule(operation, when, f))]);

    /// <summary>A space whose calls follow this script, and whose event polls meet these faults.</summary>
    public static SpaceSettings AtEvents(IReadOnlyList<ScriptStep> script, FaultWhen when, params Fault[] faults) =>
        With([.. faults.Select(f => new FaultRule(CecOperation.GetClickToCallEvents, when, f))]) with
        {
            Calls = [new CallRule { Script = new Script(script) }],
        };

    private static SpaceSettings With(IReadOnlyList<FaultRule> faults) => new() { Faults = faults };
}
