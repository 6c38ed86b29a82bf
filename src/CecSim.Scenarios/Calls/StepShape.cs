using CecSim.Scenarios.Shapes;
using CecSim.Simulation.Calls;
using CecSim.Simulation.Scripts;

namespace CecSim.Scenarios.Calls;

/// <summary>One step of a script: an event, or time to let pass.</summary>
internal static class StepShape
{
    public static FormsShape<ScriptStep> EndingWith(Cause released) =>
        new FormsShape<ScriptStep>("a step")
            .Word("queued", "168102, the call waits in a queue.", new ScriptStep.Queued())
            .Word("connected", "168101, an agent answers.", new ScriptStep.Connected())
            .Word("transferred", "168106, another agent takes over.", new ScriptStep.Transferred())
            .Key(
                "wait",
                "how long to let pass, as in wait: 3s.",
                DurationShape.UpToADay("a wait"),
                time => new ScriptStep.Wait(time))
            .WordOrKey(
                "released",
                "168110, the call ends.",
                new ScriptStep.Released(released),
                CauseWith(released),
                cause => new ScriptStep.Released(cause))
            .WordOrKey(
                "queueTimeout",
                "168103, the call waited too long and ends.",
                new ScriptStep.QueueTimeout(Cause.QueueTimeout),
                CauseWith(Cause.QueueTimeout),
                cause => new ScriptStep.QueueTimeout(cause))
            .WordOrKey(
                "failed",
                "168105, the call fails and ends.",
                new ScriptStep.Failed(Cause.Failed),
                CauseWith(Cause.Failed),
                cause => new ScriptStep.Failed(cause))
            .Word("silent", "nothing more is ever sent.", new ScriptStep.Silent());

    private static MapShape<Cause> CauseWith(Cause unlessSaid) =>
        new MapShape<Cause>(unlessSaid)
            .Optional(
                "causeId",
                "the cause code of the CTI platform.",
                new NumberShape<int>("a cause code", Cause.Unstated, int.MaxValue),
                (c, id) => c with { CauseId = id },
                c => c.CauseId)
            .Optional(
                "causeDesc",
                "the cause in words.",
                new TextShape("a text", 0, 300),
                (c, desc) => c with { CauseDesc = desc },
                c => c.CauseDesc);
}
