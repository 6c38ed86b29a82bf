namespace CecSim.Simulation.Ivr;

/// <summary>What a caller is told and asked before, or in the place of, a queue. Its end releases the call.</summary>
public sealed record IvrFlow(string Name, IReadOnlyList<IvrStep> Steps);

/// <summary>One step of a flow.</summary>
public abstract record IvrStep
{
    private IvrStep()
    {
    }

    /// <summary>The caller hears it to its end; what is pressed meanwhile answers the question that follows.</summary>
    public sealed record Play(Sound Sound) : IvrStep;

    /// <summary>Asks for keys. The first key ends the question.</summary>
    public sealed record Gather : IvrStep
    {
        public const int DigitsMax = 32;

        /// <summary>The question; again with each try.</summary>
        public IReadOnlyList<Sound> Prompt { get; init; } = [];

        /// <summary>So many keys are an answer.</summary>
        public int MaxDigits { get; init; } = 1;

        /// <summary>The key that ends an answer and is no part of it; null for none.</summary>
        public char? Terminator { get; init; } = '#';

        /// <summary>From the end of the question to the first key.</summary>
        public TimeSpan FirstDigitWithin { get; init; } = TimeSpan.FromSeconds(5);

        public TimeSpan NextDigitWithin { get; init; } = TimeSpan.FromSeconds(3);

        /// <summary>How often it asks.</summary>
        public int Tries { get; init; } = 3;

        /// <summary>The first that covers the answer is taken; where there is none, any answer is right.</summary>
        public IReadOnlyList<IvrBranch> On { get; init; } = [];

        /// <summary>What comes when no try has brought an answer that is right.</summary>
        public IReadOnlyList<IvrStep> Otherwise { get; init; } = [];
    }

    /// <summary>The flow ends here.</summary>
    public sealed record Leave(IvrExit Exit) : IvrStep;
}

/// <param name="Digits">A pattern with <c>?</c> and, at its end, <c>*</c>.</param>
/// <param name="Steps">What follows; behind them the flow goes on behind the question.</param>
public sealed record IvrBranch(string Digits, IReadOnlyList<IvrStep> Steps);

/// <summary>Where a caller goes from a flow.</summary>
public abstract record IvrExit
{
    private IvrExit()
    {
    }

    public sealed record Enqueue(string Queue) : IvrExit;

    public sealed record ToFlow(string Ivr) : IvrExit;

    public sealed record ToNumber(string Number) : IvrExit;

    public sealed record HangUp : IvrExit;

    /// <summary>Its last step is done.</summary>
    public sealed record Finished : IvrExit;
}
