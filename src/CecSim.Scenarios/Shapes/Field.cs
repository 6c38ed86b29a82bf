using CecSim.Scenarios.Yaml;

namespace CecSim.Scenarios.Shapes;

/// <summary>One key of a mapping.</summary>
/// <param name="Sentence">What the key is for.</param>
internal abstract record Field<T>(string Key, string Sentence, bool IsRequired)
{
    /// <returns>The whole with this field set; unchanged when the field could not be read.</returns>
    public abstract T ReadInto(T whole, Node node, Reading reading);
}

internal sealed record Field<T, TValue>(
    string Key,
    string Sentence,
    bool IsRequired,
    Shape<TValue> Shape,
    Func<T, TValue, T> With)
    : Field<T>(Key, Sentence, IsRequired)
{
    public override T ReadInto(T whole, Node node, Reading reading) =>
        Shape.TryRead(node, reading, out var value) ? With(whole, value) : whole;
}
