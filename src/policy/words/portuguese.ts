import type { Language } from './language';

export const portuguese: Language = {
  verbs: {
    read: 'pesquisar pesquisa procurar buscar filtrar ordenar mostrar visualizar validar carregar calcular comparar traduzir',
    reversible: 'arquivar mover marcar ocultar renomear restaurar',
    session: 'entrar sair',
    send: 'enviar responder encaminhar convidar notificar',
    publish: 'publicar comentar votar avaliar',
    pay: 'pagar comprar doar assinar',
    book: 'reservar agendar marcar-consulta',
    delete: 'excluir apagar cancelar remover eliminar descadastrar esvaziar',
    accept: 'aceitar submeter candidatar',
    grant: 'permitir autorizar compartilhar partilhar aprovar',
    account: 'cadastrar cadastro registar',
    upload: 'carregar-arquivo',
  },
  nouns: {
    read: 'histórico resultado',
    draft: 'rascunho',
    reversible: 'carrinho favorito preferência configuração idioma',
    send: 'mensagem correio convite',
    publish: 'comentário avaliação anúncio publicação',
    pay: 'pedido pagamento compra doação fatura assinatura transferência',
    book: 'reserva agendamento consulta',
    delete: 'cancelamento exclusão',
    accept: 'solicitação candidatura contrato',
    grant: 'acesso permissão',
    account: 'conta senha usuário utilizador',
  },
  either: {},
  saving: 'salvar guardar adicionar alterar atualizar criar editar',
  finishing: 'confirmar finalizar concluir',
  labels: {
    pay: 'pagar,comprar,finalizar compra,finalizar pedido,confirmar pedido,fazer pedido,doar,assinar,transferir',
    book: 'reservar,agendar,confirmar reserva,marcar consulta',
    send: 'enviar,responder,encaminhar,convidar,enviar mensagem',
    publish: 'publicar,comentar,votar,avaliar',
    delete:
      'excluir,apagar,eliminar,remover,cancelar pedido,cancelar assinatura,cancelar reserva,descadastrar,permanentemente,esvaziar lixeira',
    accept: 'aceitar,assinar contrato,enviar solicitação,candidatar-se,submeter,solicitar',
    grant: 'permitir,autorizar,compartilhar,partilhar,aprovar',
    account: 'cadastrar,cadastre-se,criar conta,criar uma conta,alterar senha',
  },
  views: 'histórico,filtrar,filtros,pré-visualizar,rascunho,rascunhos,pesquisar,buscar,mostrar,ver,detalhes',
  final:
    'não pode ser desfeita,não pode ser desfeito,irreversível,serão perdidos,serão perdidas,será perdido,padrões de fábrica,configurações de fábrica',
};
