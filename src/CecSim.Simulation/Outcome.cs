namespace CecSim.Simulation;

/// <summary>What a command gave: a value, or the reason why there is none.</summary>
public readonly record struct Outcome<T>
{
    private readonly T? _value;

    private Outcome(T? value, Refusal? refusal)
    {
        _value = value;
        Refusal = refusal;
    }

    public Refusal? Refusal { get; }

    public T Value => Refusal is null ? _value! : throw new InvalidOperationException($"Refused: {Refusal}.");

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
