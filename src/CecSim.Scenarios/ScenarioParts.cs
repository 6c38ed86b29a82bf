using CecSim.Scenarios.Calls;
using CecSim.Scenarios.Faults;

namespace CecSim.Scenarios;

/// <summary>Parts of a scenario that come alone, in the words of the file. JSON is YAML too.</summary>
public static class ScenarioParts
{
    /// <summary>The longest time that may be named at once.</summary>
    public static readonly TimeSpan DurationMax = TimeSpan.FromDays(3_650);

    public static ScenarioPart<FaultRule> Fault(string yaml) => Read("fault", yaml, FaultShape.Rule);

    /// <summary>The name that <c>inject</c> has for a fault.</summary>
    public static string NameOf(Fault fault) =>
        InjectShape.Fault.WordOf(fault)
        ?? throw new InvalidOperationException($"No form of 'inject' makes a {fault.GetType().Name}.");

    /// <summary>
    /// A fault as <see cref="Fault"/> reads it: <c>at</c>, <c>inject</c>, and <c>when</c> and <c>match</c> where they
    /// say anything.
    /// </summary>
    public static JsonObject Write(FaultRule fault) =>
        FaultShape.Rule.Write(fault)?.AsObject()
        ?? throw new InvalidOperationException($"No form of 'inject' writes a {fault.Inject.GetType().Name}.");

    public static ScenarioPart<ScriptStep> Event(string yaml) =>
        Read("event", yaml, StepShape.Step);

    /// <returns>Null for what is not written as <see cref="DurationText"/> says, or too long.</returns>
    public static TimeSpan? Time(string text) => DurationText.Parse(text, DurationMax);

    /// <returns>Which of the known words was probably meant; null when nothing is near.</returns>
    public static string? Nearest(string word, IEnumerable<string> known) => Spelling.Nearest(word, known);

    private static ScenarioPart<T> Read<T>(string name, string yaml, Shape<T> shape)
        where T : class
    {
        var context = new ParseContext(name);
        var root = YamlText.Read(yaml, context);
        T? value = null;
        var isRead = root is not null && shape.TryRead(root, context, out value);
        return new ScenarioPart<T>(isRead && context.ComplaintCount == 0 ? value : null, context.Complaints);
    }
}
