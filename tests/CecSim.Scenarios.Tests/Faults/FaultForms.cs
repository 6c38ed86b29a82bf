using CecSim.Scenarios.Faults;

namespace CecSim.Scenarios.Tests.Faults;

/// <summary>What the shape of <c>inject</c> says of its faults.</summary>
internal static class FaultForms
{
    private const string ExampleMark = ", as in ";

    public static IReadOnlyList<Form<Fault>> All => InjectShape.Fault.Forms;

    public static Form<Fault> Of(string word) => All.Single(f => f.Word == word);

    public static string Sentence(Form<Fault> form) => form.Sentence.Split(ExampleMark)[0].TrimEnd('.') + ".";

    /// <summary>What stands behind <c>inject</c>, in YAML.</summary>
    public static string Example(Form<Fault> form) =>
        form.ToSchema() is null ? form.Word : $"{{ {form.Sentence.Split(ExampleMark)[^1].TrimEnd('.')} }}";

    public static FaultRule ExampleRule(Form<Fault> form)
    {
        var complaints = new List<Diagnostic>();
        var all = VendorOperations.All.Select(o => o.Id);
        foreach (var at in all.Prepend(CecOperation.GetClickToCallEvents))
        {
            var read = ScenarioParts.Fault($"{{ at: {at.Word()}, inject: {Example(form)} }}");
            if (read.Value is { } rule)
            {
                return rule;
            }

            complaints.AddRange(read.Complaints);
        }

        throw new InvalidOperationException($"The example of '{form.Word}' cannot be read: {complaints[0]}");
    }
}
