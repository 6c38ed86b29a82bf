using System.Diagnostics.CodeAnalysis;
using CecSim.Scenarios.Wording;

namespace CecSim.Scenarios.Shapes;

/// <summary>One of a few words, each with what it means.</summary>
internal sealed class ChoiceShape<T>(string what, params (string Word, T Meaning)[] choices) : ScalarShape<T>(what)
{
    protected override string Allowed => string.Join(", ", choices.Select(c => c.Word));

    /// <summary>Words that mean numbers or yes-or-no are those only without quotes.</summary>
    protected override bool PlainOnly => typeof(T) == typeof(bool) || typeof(T) == typeof(int);

    protected override bool TryParse(string text, [MaybeNullWhen(false)] out T value)
    {
        var choice = choices.FirstOrDefault(c => c.Word == text);
        value = choice.Meaning;
        return choice.Word is not null;
    }

    /// <summary>A wrong number is no slip of the pen, so none is suggested.</summary>
    protected override string? Nearest(string text) =>
        typeof(T) == typeof(int) ? null : Spelling.Nearest(text, choices.Select(c => c.Word));
}
