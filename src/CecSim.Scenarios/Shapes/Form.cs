namespace CecSim.Scenarios.Shapes;

/// <summary>One way to write a thing that has several: a word alone, a key with a value, or either.</summary>
/// <param name="Bare">What the word alone means; null when it needs a value.</param>
internal record Form<T>(string Word, string Sentence, T? Bare)
    where T : class
{
    /// <summary>Whether the value is written in this form.</summary>
    public virtual bool Covers(T value) => value.Equals(Bare);

    /// <returns>The value in this form; null where it is none of it, or cannot be written.</returns>
    public virtual JsonNode? Write(T value) => value.Equals(Bare) ? JsonValue.Create(Word) : null;

    /// <summary>What may stand behind the word; by itself, nothing.</summary>
    public virtual JsonObject? ToSchema() => null;

    /// <summary>Reads the value behind the word; by itself, a form takes none.</summary>
    public virtual bool TryRead(Node.Entry entry, ParseContext context, [MaybeNullWhen(false)] out T value)
    {
        context.Report(entry.Key.At, $"'{Word}' stands alone, without a colon");
        value = null;
        return false;
    }
}

/// <param name="Get">What stands behind the word in a value of this form; null where it is read only.</param>
internal sealed record Form<T, TForm, TDetail>(
    string Word,
    string Sentence,
    T? Bare,
    Shape<TDetail> Detail,
    Func<TDetail, TForm> Make,
    Func<TForm, TDetail>? Get)
    : Form<T>(Word, Sentence, Bare)
    where T : class
    where TForm : class, T
{
    public override bool Covers(T value) => Get is not null && value is TForm;

    public override JsonNode? Write(T value) =>
        base.Write(value) is { } bare ? bare
        : Get is not null && value is TForm form && Detail.Write(Get(form)) is { } detail
            ? new JsonObject { [Word] = detail }
            : null;

    public override JsonObject ToSchema()
    {
        var schema = Detail.ToSchema();
        schema.Remove("description", out var limits);
        schema.Insert(0, "description", Sentences.Of(Sentence, (string?)limits));
        return schema;
    }

    public override bool TryRead(Node.Entry entry, ParseContext context, [MaybeNullWhen(false)] out T value)
    {
        value = Detail.TryRead(entry.Value, context, out var detail) ? Make(detail) : null;
        return value is not null;
    }
}

/// <summary>A key that others may stand beside: the whole mapping is the form.</summary>
internal sealed record WholeForm<T>(string Word, string Sentence, Shape<T> Mapping) : Form<T>(Word, Sentence, null)
    where T : class;
