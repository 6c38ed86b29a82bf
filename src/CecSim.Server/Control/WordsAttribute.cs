namespace CecSim.Server.Control;

/// <summary>The only words that a text of the control API can be, for its OpenAPI document.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal class WordsAttribute(params string[] words) : Attribute
{
    public IReadOnlyList<string> Words { get; } = words;
}

/// <summary>The names of an enumeration, as <see cref="Control.EnumNames"/> writes them.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WordsOfAttribute<T>() : WordsAttribute([.. Enum.GetNames<T>().Select(Control.EnumNames.Camel)])
    where T : struct, Enum;
