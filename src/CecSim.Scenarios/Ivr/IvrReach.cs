using CecSim.Simulation.Ivr;

namespace CecSim.Scenarios.Ivr;

/// <summary>Where the steps of a file's flows stand.</summary>
internal sealed class IvrPlaces
{
    private readonly Dictionary<IvrStep, SourceLocation> _places = new(ReferenceEqualityComparer.Instance);

    /// <summary>A step of the file's own: a word means one object, however often it is written.</summary>
    public static IvrStep Enter(IvrStep step, Node node, ParseContext context)
    {
        var own = step with { };
        context.Shared<IvrPlaces>()._places.Add(own, node.At);
        return own;
    }

    public SourceLocation Of(IvrStep step) => _places[step];
}

/// <summary>Steps behind one that leaves the flow are never reached.</summary>
internal static class IvrReach
{
    public static void Complain(IReadOnlyList<(IvrStep Step, Node Node)> steps, ParseContext context)
    {
        var end = steps.TakeWhile(s => !Leaves(s.Step)).Count();
        if (end + 1 < steps.Count)
        {
            context.Report(
                steps[end + 1].Node.At, $"never reached: the call leaves the flow at line {steps[end].Node.At.Line}");
        }
    }

    // Where all branches leave, and what comes otherwise too, nothing goes on behind the question.
    private static bool Leaves(IvrStep step) => step switch
    {
        IvrStep.Leave => true,
        IvrStep.Gather { On: { Count: > 0 } on } gather => on.All(b => b.Steps.Any(Leaves))
            && gather.Otherwise.Any(Leaves),
        _ => false,
    };
}
