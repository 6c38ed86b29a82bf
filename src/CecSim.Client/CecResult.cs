namespace CecSim.Client;

/// <summary>What came of a request that CEC answered: a value, or a refusal. There is no third case.</summary>
/// <typeparam name="T">What there is when CEC did as it was asked.</typeparam>
public abstract record CecResult<T>
{
    private CecResult()
    {
    }

    /// <summary>The value, for whoever has no use for a refusal.</summary>
    /// <exception cref="CecException">It was refused.</exception>
    public T ValueOrThrow() => this switch
    {
        Success success => success.Value,
        Refused refused => throw new CecException(
            refused.Refusal.Operation, attempts: 1, new CecFailure.Refused(refused.Refusal), cause: null),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>CEC did as it was asked.</summary>
    /// <param name="Value">What it answered.</param>
    public sealed record Success(T Value) : CecResult<T>;

    /// <summary>CEC said no.</summary>
    /// <param name="Refusal">Why, in CEC's own code.</param>
    public sealed record Refused(CecRefusal Refusal) : CecResult<T>;
}
