namespace CecSim.Scenarios.Shapes;

/// <summary>Something written in one of several forms: a word alone, or a mapping with exactly one key.</summary>
/// <param name="what">What it is, for example "a step".</param>
internal sealed class UnionShape<T>(string what) : Shape<T>
    where T : class
{
    private readonly List<Form<T>> _forms = [];

    public UnionShape<T> Word(string word, string sentence, T value) => Add(new Form<T>(word, sentence, value));

    public UnionShape<T> Key<TDetail>(string word, string sentence, Shape<TDetail> detail, Func<TDetail, T> make) =>
        Add(new Form<T, T, TDetail>(word, sentence, null, detail, make, Get: null));

    /// <param name="get">The way back: what stands behind the word in a value that was made of it.</param>
    public UnionShape<T> Key<TForm, TDetail>(
        string word, string sentence, Shape<TDetail> detail, Func<TDetail, TForm> make, Func<TForm, TDetail> get)
        where TForm : class, T =>
        Add(new Form<T, TForm, TDetail>(word, sentence, null, detail, make, get));

    /// <summary>What stands behind the word is the value itself.</summary>
    public UnionShape<T> Key<TForm>(string word, string sentence, Shape<TForm> form, T? bare = null)
        where TForm : class, T =>
        Add(new Form<T, TForm, TForm>(word, sentence, bare, form, value => value, value => value));

    public UnionShape<T> WordOrKey<TDetail>(
        string word,
        string sentence,
        T bare,
        Shape<TDetail> detail,
        Func<TDetail, T> make) =>
        Add(new Form<T, T, TDetail>(word, sentence, bare, detail, make, Get: null));

    /// <summary>All ways to write it, in their order.</summary>
    public IReadOnlyList<Form<T>> Forms => _forms;

    /// <returns>The word of the form that the value is written in; null where none is known.</returns>
    public string? WordOf(T value) => _forms.Find(f => f.Covers(value))?.Word;

    /// <param name="mapping">That key and those that may stand beside it.</param>
    public UnionShape<T> Keys(string word, string sentence, Shape<T> mapping) =>
        Add(new WholeForm<T>(word, sentence, mapping));

    public override JsonObject ToSchema()
    {
        var forms = new List<JsonNode>();
        foreach (var form in _forms.Where(f => f.Bare is not null))
        {
            forms.Add(new JsonObject { ["description"] = Sentences.Of(form.Sentence), ["const"] = form.Word });
        }

        var properties = _forms.Select(f => KeyValuePair.Create(f.Word, (JsonNode?)f.ToSchema()))
            .Where(p => p.Value is not null);
        if (new JsonObject(properties) is { Count: > 0 } keys)
        {
            forms.Add(new JsonObject
            {
                ["type"] = "object",
                ["properties"] = keys,
                ["minProperties"] = 1,
                ["maxProperties"] = 1,
                ["additionalProperties"] = false,
            });
        }

        foreach (var whole in _forms.OfType<WholeForm<T>>())
        {
            forms.Add(whole.Mapping.ToSchema());
        }

        return new JsonObject { ["anyOf"] = new JsonArray([.. forms]) };
    }

    public override JsonNode? Write(T value) =>
        _forms.Select(f => f.Write(value)).FirstOrDefault(written => written is not null);

    public override bool TryRead(Node node, ParseContext context, [MaybeNullWhen(false)] out T value)
    {
        value = null;
        switch (node)
        {
            case Node.Scalar { IsNothing: false } word:
                return TryReadWord(word, context, out value);
            case Node.Map map when FindWhole(map) is { } whole:
                return whole.Mapping.TryRead(map, context, out value);
            case Node.Map { Entries: [var entry] }:
                return Find(entry.Key, context) is { } form && form.TryRead(entry, context, out value);
            case Node.Map map:
                context.Report(map.At, $"{what} has exactly one key, not {map.Entries.Count}", Words);
                return false;
            default:
                context.ReportKind(node, what, Words);
                return false;
        }
    }

    private string Words => string.Join(", ", _forms.Select(f => f.Word));

    private UnionShape<T> Add(Form<T> form)
    {
        _forms.Add(form);
        return this;
    }

    private WholeForm<T>? FindWhole(Node.Map map) =>
        _forms.OfType<WholeForm<T>>().FirstOrDefault(f => map.Find(f.Word) is not null);

    private bool TryReadWord(Node.Scalar word, ParseContext context, [MaybeNullWhen(false)] out T value)
    {
        var form = Find(word, context);
        value = form?.Bare;
        if (form is { Bare: null })
        {
            context.Report(word.At, $"'{form.Word}' needs a value: {form.Sentence}");
        }

        return value is not null;
    }

    private Form<T>? Find(Node.Scalar word, ParseContext context)
    {
        var form = _forms.FirstOrDefault(f => f.Word == word.Text);
        if (form is null)
        {
            var nearest = context.Guess(() => Spelling.Nearest(word.Text, _forms.Select(f => f.Word)));
            context.Report(word.At, $"{Quote.Of(word.Text)} is not {what}", Words, nearest);
        }

        return form;
    }
}
