namespace CecSim.Scenarios.Shapes;

/// <summary>A single value. Each kind says what it is, what it allows, and how its text is read.</summary>
/// <param name="what">What a right value is, for example "a duration".</param>
internal abstract class ScalarShape<T>(string what) : Shape<T>
{
    protected abstract string Allowed { get; }

    /// <summary>Quotes would make it text, here and in every other reader of YAML.</summary>
    protected virtual bool PlainOnly => false;

    public override bool TryRead(Node node, ParseContext context, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (node is not Node.Scalar { IsNothing: false } scalar)
        {
            context.ReportKind(node, what, Allowed);
            return false;
        }

        if (PlainOnly && !scalar.IsPlain)
        {
            context.Report(node.At, $"{Quote.Of(scalar.Text)} in quotes is text, not {what}", Allowed);
            return false;
        }

        if (!TryParse(scalar.Text, out value))
        {
            var nearest = context.Guess(() => Nearest(scalar.Text));
            context.Report(node.At, $"{Quote.Of(scalar.Text)} is not {what}", Allowed, nearest);
            return false;
        }

        return true;
    }

    protected abstract bool TryParse(string text, [MaybeNullWhen(false)] out T value);

    protected virtual string? Nearest(string text) => null;
}
