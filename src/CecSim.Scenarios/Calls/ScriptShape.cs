using CecSim.Scenarios.Shapes;
using CecSim.Scenarios.Yaml;
using CecSim.Simulation.Calls;
using CecSim.Simulation.Scripts;

namespace CecSim.Scenarios.Calls;

/// <summary>A list of steps.</summary>
internal static class ScriptShape
{
    /// <param name="released">The cause that <c>released</c> has here when it names none.</param>
    public static Shape<Script> EndingWith(Cause released) =>
        new ListShape<ScriptStep>("steps", StepShape.EndingWith(released), 1, 1000) { Rule = EveryStepIsReached }
            .To(steps => new Script(steps));

    private static void EveryStepIsReached(IReadOnlyList<(ScriptStep Step, Node Node)> steps, Reading reading)
    {
        var ends = steps.TakeWhile(s => !Ends(s.Step)).Count();
        if (ends + 1 < steps.Count)
        {
            var last = steps[ends].Node.At;
            reading.Complain(steps[ends + 1].Node.At, $"never reached: the script ends at line {last.Line}");
        }
    }

    private static bool Ends(ScriptStep step) =>
        step is ScriptStep.Released or ScriptStep.QueueTimeout or ScriptStep.Failed or ScriptStep.Silent;
}
