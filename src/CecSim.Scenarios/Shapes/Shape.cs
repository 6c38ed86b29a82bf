namespace CecSim.Scenarios.Shapes;

/// <summary>What a part of a file must look like, said once, as data.</summary>
internal abstract class Shape<T>
{
    /// <summary>
    /// False when there is nothing to go on. A value may come back even when something in it is wrong, so that whatever
    /// else is wrong is found too: only a reading without complaints counts.
    /// </summary>
    public abstract bool TryRead(Node node, ParseContext context, [MaybeNullWhen(false)] out T value);

    /// <summary>The same in JSON Schema 2020-12, as far as that can say it: a rule across keys it cannot.</summary>
    public abstract JsonObject ToSchema();

    /// <summary>A value as a file says it, to be shown as a default; null where that would be long.</summary>
    public virtual JsonNode? Write(T value) => null;

    /// <param name="write">The way back; null where it is read only.</param>
    public Shape<TOther> To<TOther>(Func<T, TOther> make, Func<TOther, JsonNode?>? write = null) =>
        new MappedShape<T, TOther>(this, make, write);

    public Shape<TOther> Then<TOther>(Func<T, Node, ParseContext, TOther> then) =>
        new RefinedShape<T, TOther>(this, then);
}
