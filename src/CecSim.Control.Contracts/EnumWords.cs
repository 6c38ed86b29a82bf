using System.Collections.Frozen;

namespace CecSim.Control.Contracts;

/// <summary>
/// The words of the contract's enums: a member's name in camel case. The member <c>Unknown</c>, which each of them has,
/// stands for every word that only a newer server knows.
/// </summary>
public static class EnumWords
{
    private const string Unknown = nameof(Unknown);

    /// <summary>The word of a member, as in <c>notReady</c>.</summary>
    /// <param name="value">A member; what is none has the word of <c>Unknown</c>.</param>
    public static string Of<T>(T value)
        where T : struct, Enum =>
        Table<T>.Words.GetValueOrDefault(value, Camel(Unknown));

    /// <summary>The same for what may be missing.</summary>
    /// <param name="value">A member; null for none.</param>
    public static string? Of<T>(T? value)
        where T : struct, Enum =>
        value is { } known ? Of(known) : null;

    /// <summary>The member that a word means, to the letter; <c>Unknown</c> where none has it.</summary>
    /// <param name="word">As in <c>notReady</c>.</param>
    public static T Parse<T>(string word)
        where T : struct, Enum =>
        Table<T>.Members.GetValueOrDefault(word);

    /// <summary>The words that a server writes, in the order of their members: all but <c>Unknown</c>.</summary>
    public static IEnumerable<string> All<T>()
        where T : struct, Enum =>
        Enum.GetNames<T>().Where(n => n != Unknown).Select(Camel);

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static class Table<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Words =
            Enum.GetValues<T>().ToFrozenDictionary(v => v, v => Camel(v.ToString()));

        public static readonly FrozenDictionary<string, T> Members =
            Words.ToFrozenDictionary(w => w.Value, w => w.Key, StringComparer.Ordinal);
    }
}
