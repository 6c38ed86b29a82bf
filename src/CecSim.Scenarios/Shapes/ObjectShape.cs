namespace CecSim.Scenarios.Shapes;

/// <summary>A mapping with known keys. Each key that is there changes one thing in a copy of the start.</summary>
/// <param name="start">What a mapping without keys means; required keys replace what stands in it for them.</param>
internal sealed class ObjectShape<T>(T start) : Shape<T>
{
    private readonly List<Field<T>> _fields = [];
    private readonly List<(string Key, string Excluded)> _exclusions = [];
    private readonly List<Action<T, Node.Map, ParseContext>> _rules = [];
    private Field<T>? _shorthand;
    private (Field<T> Key, string Alone)? _needed;

    /// <param name="get">Where a value of the whole keeps it, so that a default can be shown.</param>
    public ObjectShape<T> Required<TValue>(
        string key,
        string sentence,
        Shape<TValue> shape,
        Func<T, TValue, T> with,
        Func<T, TValue>? get = null) =>
        Add(new Field<T, TValue>(key, sentence, IsRequired: true, shape, with, WayBack(get)));

    /// <param name="get">Where the start keeps the default; null where that is nothing, or too long.</param>
    public ObjectShape<T> Optional<TValue>(
        string key,
        string sentence,
        Shape<TValue> shape,
        Func<T, TValue, T> with,
        Func<T, TValue?>? get = null) =>
        Add(new Field<T, TValue>(key, sentence, IsRequired: false, shape, with, WayBack(get)));

    /// <param name="get">Where a value of the whole keeps it; null there where it is not set.</param>
    public ObjectShape<T> Optional<TValue>(
        string key,
        string sentence,
        Shape<TValue> shape,
        Func<T, TValue, T> with,
        Func<T, TValue?> get)
        where TValue : struct =>
        Add(new Field<T, TValue>(
            key, sentence, IsRequired: false, shape, with, w => get(w) is { } set ? (true, set) : default));

    /// <summary>A single value stands for a mapping with that key alone.</summary>
    public ObjectShape<T> OrJust(string key)
    {
        _shorthand = _fields.Single(f => f.Key == key);
        return this;
    }

    /// <summary>That key is missing unless another one stands alone.</summary>
    public ObjectShape<T> RequiresUnlessAlone(string key, string alone)
    {
        _needed = (_fields.Single(f => f.Key == key), alone);
        return this;
    }

    public ObjectShape<T> Excludes(string key, params string[] excluded)
    {
        _exclusions.AddRange(excluded.Select(e => (key, e)));
        return this;
    }

    /// <summary>Takes over the keys and rules of a mapping that describes a part of this one.</summary>
    public ObjectShape<T> Including<TPart>(ObjectShape<TPart> part, Func<T, TPart> get, Func<T, TPart, T> with)
    {
        _fields.AddRange(part._fields.Select(f => new PartField<T, TPart>(f, get, with)));
        _exclusions.AddRange(part._exclusions);
        _rules.AddRange(part._rules.Select(r => (Action<T, Node.Map, ParseContext>)((w, m, g) => r(get(w), m, g))));
        return this;
    }

    /// <summary>A rule across keys; asked only about a mapping whose keys are all right, each by itself.</summary>
    public ObjectShape<T> Rule(Action<T, Node.Map, ParseContext> rule)
    {
        _rules.Add(rule);
        return this;
    }

    public override JsonObject ToSchema()
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(
                _fields.Select(f => KeyValuePair.Create(f.Key, (JsonNode?)f.ToSchema(start)))),
            ["additionalProperties"] = false,
        };
        if (_fields.Any(f => f.IsRequired))
        {
            schema["required"] =
                new JsonArray([.. _fields.Where(f => f.IsRequired).Select(f => JsonValue.Create(f.Key))]);
        }

        if (_needed is var (needed, alone))
        {
            schema["minProperties"] = 1;
            schema["dependentRequired"] = new JsonObject(_fields
                .Where(f => f != needed && f.Key != alone)
                .Select(f => KeyValuePair.Create(f.Key, (JsonNode?)new JsonArray(needed.Key))));
        }

        if (_exclusions.Count > 0)
        {
            schema["dependentSchemas"] = ExclusionsSchema();
        }

        return _shorthand is null
            ? schema
            : new JsonObject { ["anyOf"] = new JsonArray(_shorthand.ToSchema(start), schema) };
    }

    public override JsonNode? Write(T value)
    {
        var written = new JsonObject();
        foreach (var field in _fields)
        {
            if (!field.TryWrite(value, out var node))
            {
                return null;
            }

            if (node is not null)
            {
                written[field.Key] = node;
            }
        }

        return _shorthand is { } just && written.Count == 1 && written.Remove(just.Key, out var single)
            ? single
            : written;
    }

    public override bool TryRead(Node node, ParseContext context, out T value)
    {
        value = start;
        if (_shorthand is not null && node is Node.Scalar { IsNothing: false })
        {
            value = _shorthand.ReadInto(start, node, context);
            return true;
        }

        if (node is not Node.Map map)
        {
            context.ReportKind(node, "a mapping", Keys);
            return false;
        }

        var complaintsBefore = context.ComplaintCount;
        ComplainOfUnknownKeys(map, context);
        value = _fields.Aggregate(start, (whole, field) => ReadField(whole, field, map, context));
        ComplainOfExclusions(map, context);
        if (context.ComplaintCount == complaintsBefore)
        {
            foreach (var rule in _rules)
            {
                rule(value, map, context);
            }
        }

        return true;
    }

    private static Func<T, (bool IsSet, TValue? Value)>? WayBack<TValue>(Func<T, TValue?>? get) =>
        get is null ? null : whole => get(whole) is { } set ? (true, set) : default;

    private string Keys => string.Join(", ", _fields.Select(f => f.Key));

    private JsonObject ExclusionsSchema()
    {
        var byKey = new JsonObject();
        foreach (var excluded in _exclusions.GroupBy(e => e.Key, e => e.Excluded))
        {
            var never = new JsonObject(excluded.Select(e => KeyValuePair.Create(e, (JsonNode?)false)));
            byKey[excluded.Key] = new JsonObject { ["properties"] = never };
        }

        return byKey;
    }

    private ObjectShape<T> Add(Field<T> field)
    {
        _fields.Add(field);
        return this;
    }

    private static bool IsAlone(Node.Map map, string key) => map.Entries is [{ Key.Text: var only }] && only == key;

    private T ReadField(T whole, Field<T> field, Node.Map map, ParseContext context)
    {
        if (map.Find(field.Key) is { } entry)
        {
            return field.ReadInto(whole, entry.Value, context);
        }

        if (field.IsRequired || (_needed?.Key == field && !IsAlone(map, _needed.Value.Alone)))
        {
            context.Report(map.At, $"the key '{field.Key}' is missing: {field.Sentence}");
        }

        return whole;
    }

    private void ComplainOfUnknownKeys(Node.Map map, ParseContext context)
    {
        foreach (var (key, _) in map.Entries.Where(e => _fields.All(f => f.Key != e.Key.Text)))
        {
            var nearest = context.Guess(() => Spelling.Nearest(key.Text, _fields.Select(f => f.Key)));
            context.Report(key.At, $"unknown key {Quote.Of(key.Text)}", Keys, nearest);
        }
    }

    private void ComplainOfExclusions(Node.Map map, ParseContext context)
    {
        foreach (var (key, excluded) in _exclusions)
        {
            if (map.Find(key) is not null && map.Find(excluded) is { } entry)
            {
                context.Report(entry.Key.At, $"'{excluded}' cannot stand beside '{key}'");
            }
        }
    }
}
